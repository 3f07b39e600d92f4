import type { Sentences } from '../sentences.ts'
import { searchEverywhere } from './search-everywhere.ts'

export const shell = {
  product: '会商',
  sealCharacter: '商',
  demo: '演示',
  skip: '跳到正文',
  mainNavigation: '主导航',
  loading: '正在载入页面',
  places: {
    workbench: '工作台',
    cases: '案件',
    meetings: '会议',
    hearings: '听证',
    administration: '管理',
  },
  connection: {
    online: '已连接',
    connecting: '连接中',
    offline: '未连接',
    onlineMeans: '与服务器实时相连',
    connectingMeans: '正在恢复连接；可以继续阅读和书写，表决和发言须等连接恢复',
    offlineMeans: '与服务器断开；文稿改动保留在本机，恢复后自动写入',
  },
  serverWait: {
    words: '暂时连不上服务器。页面上的内容都在，恢复连接后自动继续。',
    stay: '留在本页',
  },
  otherLanguage: 'EN',
  otherLanguageLabel: 'EN, switch to English',
  colorScheme: '切换明暗配色',
  calendar: '工作日历',
  account: '账户',
  signIn: '登录',
  leave: '退出',
  signOut: '退出登录',
  error: {
    refused: '不能打开这一页',
    broken: '系统出错了',
    number: '处理时出了差错，编号 {{number}}。',
    advice: '已经提交的内容不受影响。请重试；如仍不行，请把编号告知系统管理员。',
    again: '重试',
    home: '回到首页',
  },
  search: searchEverywhere,
} satisfies Sentences
